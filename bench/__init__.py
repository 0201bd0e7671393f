"""Measurements that prove what the site promises about cost."""
