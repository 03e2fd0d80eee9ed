"""Start of the dashboard: ``streamlit run app.py``.

The pages are run by ``pages/frame.py``, which alone decides which page is shown.
Starting them through ``st.App`` keeps Streamlit's own discovery of a ``pages/``
folder away from them, and lets every answer carry security headers.
"""

import os

# The C allocator otherwise keeps an arena a thread and memory grows with each upload.
os.environ.setdefault("MALLOC_ARENA_MAX", "2")

import streamlit as st
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class SecurityHeaders:
    """Adds :data:`HEADERS` to every answer, so that a page cannot reach another server."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", []), *added]}
            await send(message)

        await self.app(scope, receive, send_with_headers)


app = st.App("pages/frame.py", middleware=[Middleware(SecurityHeaders)])
