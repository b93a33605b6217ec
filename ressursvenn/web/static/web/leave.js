// "Lukk siden", quicker where scripts run: blank at once, forget, and go without leaving this page in the
// history. Three taps on Shift do the same. Without this script the form itself does the work.
const form = document.querySelector("[data-leave]");

function leave() {
  document.documentElement.hidden = true;
  document.title = "";
  fetch(form.action, { method: "POST", keepalive: true }).catch(() => {});
  location.replace(form.dataset.leave);
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });
  let taps = 0;
  let waiting;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") taps = 0;
    else if (!event.repeat) taps += 1;
    clearTimeout(waiting);
    waiting = setTimeout(() => (taps = 0), 1500);
    if (taps === 3) leave();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
