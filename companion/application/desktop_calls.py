"""What the desktop may ask of the program by its name, as the freedesktop desktop entry specification has it."""

from dataclasses import dataclass

from companion.application.instance_address import PROGRAM_ID, Message

PATH = f"/{PROGRAM_ID.replace('.', '/').replace('-', '_')}"
INTERFACE = "org.freedesktop.Application"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
CHECK_IN_ACTION = "check-in"
INTROSPECTION = f"""<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
<node>
  <interface name="{INTERFACE}">
    <method name="Activate"><arg type="a{{sv}}" name="platform_data" direction="in"/></method>
    <method name="Open">
      <arg type="as" name="uris" direction="in"/><arg type="a{{sv}}" name="platform_data" direction="in"/>
    </method>
    <method name="ActivateAction">
      <arg type="s" name="action_name" direction="in"/><arg type="av" name="parameter" direction="in"/>
      <arg type="a{{sv}}" name="platform_data" direction="in"/>
    </method>
  </interface>
</node>
"""
_SIGNATURES = {"Activate": "a{sv}", "Open": "asa{sv}", "ActivateAction": "sava{sv}"}
_TOKENS = ("activation-token", "desktop-startup-id")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted, with the desktop's activation token or an empty string."""

    message: Message
    token: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gets: values with their signature, or those of an error of that name; and what it wanted of us."""

    wish: Wish | None = None
    error: str = ""
    signature: str | None = None
    body: tuple[str, ...] = ()


def answer_to(path: str, interface: str, member: str, signature: str, body: tuple[object, ...]) -> Answer:
    """The answer to any call on the bus. Files cannot be opened with the program: who tries gets the window."""
    if (path, interface, member) == (PATH, INTROSPECTABLE, "Introspect"):
        return Answer(signature="s", body=(INTROSPECTION,))
    if (path, interface) == (PATH, INTERFACE) and _SIGNATURES.get(member) == signature:
        token = _token_in(body[-1])
        if member != "ActivateAction":
            return Answer(Wish(Message.SHOW, token))
        if body[0] == CHECK_IN_ACTION:
            return Answer(Wish(Message.CHECK_IN, token))
    return Answer(error="org.freedesktop.DBus.Error.UnknownMethod", signature="s", body=("There is no such thing.",))


def _token_in(platform_data: object) -> str:
    """The first of the tokens that is there; a value is a pair of its signature and itself."""
    assert isinstance(platform_data, dict)
    for name in _TOKENS:
        signature, token = platform_data.get(name, ("", ""))
        if signature == "s" and token:
            return str(token)
    return ""
