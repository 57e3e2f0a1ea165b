"""The site that students take packs from.

- `building` is the whole of it, one at a time (`lock`); nothing is done where nothing has changed (`whole`, `state`).
- `content` is what it holds: `files` that students may have, `readings` (packs for the screen); `tree` is what it consists of in the end, and `publishing`
  writes that, file by file on all cores (`work`).
- What must not be read on it: `secrets` and `withheld` are the wording, looked for in the `words` of files, whatever they are (`parts`, `pictures`).
"""
