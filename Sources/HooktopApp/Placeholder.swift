enum HooktopAppPlaceholder {}
