"""What stands above all pages: menus, pages, search, date."""
