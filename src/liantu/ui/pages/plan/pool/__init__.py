"""项目库: the projects with their filters, what each changes, 会商 and 督导, and a Gantt chart."""
