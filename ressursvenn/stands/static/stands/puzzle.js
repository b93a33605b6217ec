// A small puzzle, solved in the background while somebody fills in the form: find a number that, written
// after the word, gives a hash that begins with so many zeros. It takes the place of pictures to recognise.
// Whoever has no script sends the form all the same, and it takes the slower way.
const taking = document.querySelector("[data-puzzle]");
const AT_A_TIME = 200;

const zeros = (hash, bits) => {
  const view = new DataView(hash);
  return view.getUint32(0) >>> (32 - bits) === 0;
};

async function solve(word, bits) {
  const letters = new TextEncoder();
  for (let first = 0; ; first += AT_A_TIME) {
    const numbers = Array.from({ length: AT_A_TIME }, (_, i) => first + i);
    const hashes = await Promise.all(
      numbers.map((number) => crypto.subtle.digest("SHA-256", letters.encode(`${word}.${number}`))),
    );
    const found = hashes.findIndex((hash) => zeros(hash, bits));
    if (found >= 0) return numbers[found];
    await new Promise((go) => setTimeout(go));
  }
}

async function begin() {
  const told = taking.querySelector("[data-puzzle-told]");
  taking.elements.answer.value = await solve(taking.elements.word.value, Number(taking.dataset.bits));
  told.textContent = "Brevet kommer i løpet av noen minutter.";
}

if (taking && globalThis.crypto?.subtle && taking.elements.word.value) {
  taking.querySelector("[data-puzzle-told]").textContent = "Nettleseren gjør klart skjemaet …";
  taking.addEventListener("focusin", begin, { once: true });
}
