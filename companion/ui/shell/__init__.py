"""Shell: the main window, the tray icon, moving between screens. May import the other ui rooms."""
