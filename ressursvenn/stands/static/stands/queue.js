// One key for each act on the row that has the focus: nothing happens while the focus is elsewhere.
document.querySelector("[data-queue]")?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, textarea")) return;
  const row = event.target.closest("li");
  row?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});
