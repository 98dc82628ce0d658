"""Prints one tree of an image as JSON: `path/` for a folder, path and SHA-256 for a file. Arguments: the image, `rr_path` or `joliet_path`."""
import hashlib
import io
import json
import sys

import pycdlib

image, tree = sys.argv[1:]
found = {}
iso = pycdlib.PyCdlib()
iso.open(image)
for folder, folders, files in iso.walk(**{tree: "/"}):
    inside = "" if folder == "/" else folder[1:] + "/"
    for name in folders:
        found[inside + name + "/"] = ""
    for name in files:
        content = io.BytesIO()
        iso.get_file_from_iso_fp(content, **{tree: "/" + inside + name})
        # The version belongs to the identifier of a Joliet file; Windows does not show it.
        shown = name.removesuffix(";1") if tree == "joliet_path" else name
        found[inside + shown] = hashlib.sha256(content.getvalue()).hexdigest()
iso.close()
json.dump(found, sys.stdout)
