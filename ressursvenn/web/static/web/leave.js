// "Lukk siden", quicker where scripts run: blank at once, forget, and go without leaving this page in the
// history. Three taps on Shift within five seconds do the same, but not at the desk, where people write
// capital letters all day. Without this script the form itself does the work.
const form = document.querySelector("[data-leave]");
const THREE = 3;
const WITHIN = 5000;

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
}

if (form && !("byButtonAlone" in form.dataset)) {
  let taps = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") taps = [];
    else if (!event.repeat) taps.push(event.timeStamp);
    taps = taps.filter((then) => event.timeStamp - then < WITHIN);
    if (taps.length === THREE) leave();
  });
}

// A page that the browser has kept whole is asked for again before it is seen again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.documentElement.hidden = true;
  location.reload();
});
