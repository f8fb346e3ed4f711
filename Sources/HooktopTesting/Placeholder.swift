/// The testing module.
enum HooktopTestingPlaceholder {}
