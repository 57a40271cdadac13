"""项目库: how every project stands on a day, the rates of many, and what each of them changes."""
