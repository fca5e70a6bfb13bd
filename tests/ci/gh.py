"""Plays ``gh api`` for a repository whose comments are a file: lists them page by page, adds one, changes one.

``GH_COMMENTS`` names the file, ``GH_REFUSES`` a status with which writing is refused.
"""

import json
import os
import re
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

PAGE = 2
FILTER = re.compile(r'\.\[\] \| select\(\.body \| startswith\("([^"\\]+)"\)\) \| \.id')
"""The one filter that is understood: the ids of comments that begin with a text."""


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("command", choices=["api"])
    parser.add_argument("path")
    parser.add_argument("--method", default="GET")
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--jq")
    parser.add_argument("-F", dest="field")
    asked = parser.parse_args()
    assert os.environ["GH_TOKEN"] == "secret"
    assert os.environ["GH_HOST"] == "github.com"
    store = Path(os.environ["GH_COMMENTS"])
    comments: list[dict[str, Any]] = json.loads(store.read_text("utf-8"))
    if asked.method == "GET":
        assert asked.path == "repos/acme/maps/issues/7/comments?per_page=100"
        wanted = FILTER.fullmatch(asked.jq)
        assert wanted
        for comment in comments if asked.paginate else comments[:PAGE]:
            if comment["body"].startswith(wanted[1]):
                sys.stdout.write(f"{comment['id']}\n")
        return
    if status := os.environ.get("GH_REFUSES"):
        sys.exit(f"gh: Resource not accessible by integration (HTTP {status})")
    assert asked.field.startswith("body=@")
    body = Path(asked.field.removeprefix("body=@")).read_text("utf-8")
    if asked.method == "POST":
        assert asked.path == "repos/acme/maps/issues/7/comments"
        comments.append({"id": 100 + len(comments), "body": body})
    else:
        found = re.fullmatch(r"repos/acme/maps/issues/comments/(\d+)", asked.path)
        assert found
        assert asked.method == "PATCH"
        (comment,) = (each for each in comments if each["id"] == int(found[1]))
        comment["body"] = body
        comment["edits"] = comment.get("edits", 0) + 1
    store.write_text(json.dumps(comments), "utf-8")


main()
