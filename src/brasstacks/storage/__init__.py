"""The disk: the workspace, the session's file, its lock and draft, the banks.

`workspace` finds the folder and lists it, `files` loads and saves one session, `saver` does so in the background,
`lock` keeps two programs apart, `drafts` holds what stands in the box, `banks` finds the questions, `naming` makes ids.
"""
