"""The configuration files of a private desktop."""

from pathlib import Path

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>{services}
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>
"""

_DUNST = """[global]
width = 340
origin = top-right
offset = 16x16
format = "<b>%s</b>\\n%b"
dmenu = {folder}/pick-action
mouse_left_click = do_action, close_current
[urgency_normal]
timeout = 0
"""

_PICK = """#!/bin/sh
# Instead of a menu on screen: the first line that holds the wanted label.
grep -F -m1 -- "$(cat '{folder}/pick')"
"""

_PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
 <property name="configver" type="int" value="2"/>
 <property name="panels" type="array"><value type="int" value="1"/>
  <property name="panel-1" type="empty">
   <property name="position" type="string" value="p=10;x=0;y=0"/>
   <property name="length" type="uint" value="100"/>
   <property name="size" type="uint" value="32"/>
   <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
  </property>
 </property>
 <property name="plugins" type="empty">
  <property name="plugin-1" type="string" value="systray">
   <property name="icon-size" type="int" value="22"/>
  </property>
 </property>
</channel>
"""


def write_bus(folder: Path, kind: str, path: Path) -> Path:
    """The configuration of a bus that listens at `path`; the session's starts only what lies in services/."""
    services = f"<servicedir>{folder / 'services'}</servicedir>" if kind == "session" else ""
    file = folder / f"{kind}-bus.conf"
    file.write_text(_BUS.format(path=path, services=services))
    return file


def write_dunst(folder: Path) -> None:
    """The notification service: nothing goes away by itself, and its menu is answered by a file."""
    pick = folder / "pick-action"
    pick.write_text(_PICK.format(folder=folder))
    pick.chmod(0o755)
    place = folder / "home/.config/dunst"
    place.mkdir(exist_ok=True)
    (place / "dunstrc").write_text(_DUNST.format(folder=folder))


def write_panel(folder: Path) -> None:
    """A panel with nothing but a tray."""
    place = folder / "home/.config/xfce4/xfconf/xfce-perchannel-xml"
    place.mkdir(parents=True, exist_ok=True)
    (place / "xfce4-panel.xml").write_text(_PANEL)
