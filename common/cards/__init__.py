"""Pictures that stand beside shared links: words set in the site's typefaces, with a picture where there is one."""
