"""Which files the lints look at: what git knows below some folders, or all of it where there is no git."""
import os
import subprocess


def files_of(root, folders, endings):
    """Paths below the root, sorted, that end in one of the endings (a tuple)."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", "--", *folders],
        capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.splitlines()
    else:
        names = [os.path.relpath(os.path.join(folder, name), root)
                 for top in folders for folder, _, inside in os.walk(os.path.join(root, top)) for name in inside]
    # A file that is removed but not yet committed is still listed; it can't be read any more.
    return sorted(name for name in names if name.endswith(endings) and os.path.exists(os.path.join(root, name)))
