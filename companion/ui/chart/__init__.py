"""Chart: the painter of arousal over time, for the screen and for pictures. May import theme."""
