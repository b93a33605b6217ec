// "I wear the button": a picture is opened, drawn on, and saved, all in this browser. Nothing is sent:
// there is no address here that would take it. What is saved is drawn anew, so nothing that the camera
// wrote in the file comes along.
const wearing = document.querySelector("[data-wear]");
const SIDE = 800;
const HOLES = [[-0.12, -0.12], [0.12, -0.12], [-0.12, 0.12], [0.12, 0.12]];
let picture = null;

function circle(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

function button(pen, x, y, size) {
  pen.save();
  pen.beginPath();
  pen.arc(x, y, size / 2, 0, 2 * Math.PI);
  for (const [dx, dy] of HOLES) {
    pen.moveTo(x + (dx + 0.07) * size, y + dy * size);
    pen.arc(x + dx * size, y + dy * size, 0.07 * size, 0, 2 * Math.PI);
  }
  pen.shadowColor = "rgb(0 0 0 / 0.4)";
  pen.shadowBlur = size / 20;
  pen.fillStyle = "#c5162e";
  pen.fill("evenodd");
  pen.restore();
  circle(pen, x, y, 0.385 * size);
  pen.lineWidth = 0.017 * size;
  pen.strokeStyle = "#9b0f22";
  pen.stroke();
}

function draw() {
  const canvas = wearing.querySelector("canvas");
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fbf7f2";
  pen.fillRect(0, 0, SIDE, SIDE);
  const size = (SIDE * Number(wearing.querySelector("#stor").value)) / 100;
  if (!picture) return button(pen, SIDE / 2, SIDE / 2, SIDE * 0.9);
  const side = Math.min(picture.width, picture.height);
  pen.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  const edge = SIDE * 0.04 + size / 2;
  button(pen, wearing.elements.hvor.value === "start" ? edge : SIDE - edge, SIDE - edge, size);
}

async function open(file) {
  const wrong = wearing.querySelector("[data-wear-error]");
  try {
    picture = file ? await createImageBitmap(file, { imageOrientation: "from-image" }) : null;
    wrong.hidden = true;
  } catch {
    picture = null;
    wrong.hidden = false;
  }
  const said = picture ? "Bildet ditt med knappen på" : "Knappen uten bilde";
  wearing.querySelector("canvas").setAttribute("aria-label", said);
  draw();
}

function save() {
  wearing.querySelector("canvas").toBlob((made) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(made);
    link.download = "jeg-baerer-knappen.png";
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

if (wearing) {
  wearing.hidden = false;
  wearing.querySelector("#bilde").addEventListener("change", (event) => open(event.target.files[0]));
  wearing.addEventListener("input", draw);
  wearing.addEventListener("submit", (event) => event.preventDefault());
  wearing.querySelector("[data-wear-save]").addEventListener("click", save);
  draw();
}
