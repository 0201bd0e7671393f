"""The building: settings, addresses and checks that join the rooms of the site."""
