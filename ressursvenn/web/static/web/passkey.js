// Passkeys. A form marked data-passkey="new" or "show" asks the browser, puts its answer in the field
// "credential" and sends the form. The question stands in data-options, or is fetched from data-ask.
const WORDS = {
  NotAllowedError: "Det ble avbrutt, eller tok for lang tid. Prøv en gang til.",
  InvalidStateError: "Denne enheten har allerede en passnøkkel for deg. Bruk den, eller en annen enhet.",
  NotSupportedError: "Denne enheten kan ikke lage en passnøkkel med finger, ansikt eller PIN.",
  SecurityError: "Nettleseren godtar ikke passnøkler på denne adressen.",
};
const OTHERWISE = "Det gikk ikke. Last siden på nytt og prøv igjen.";

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (ch) => ch.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

function asked({ publicKey }) {
  const told = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (told.user) told.user = { ...told.user, id: bytes(told.user.id) };
  if (told.excludeCredentials) told.excludeCredentials = named(told.excludeCredentials);
  if (told.allowCredentials) told.allowCredentials = named(told.allowCredentials);
  return { publicKey: told };
}

function answered(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[part]) response[part] = text(credential.response[part]);
  const { id, type } = credential;
  return { id, rawId: text(credential.rawId), type, response, clientExtensionResults: {} };
}

async function use(form) {
  const { passkey, options, ask } = form.dataset;
  const told = options ? JSON.parse(options) : await (await fetch(ask)).json();
  const credentials = navigator.credentials;
  const made = await (passkey === "new" ? credentials.create(asked(told)) : credentials.get(asked(told)));
  form.elements.credential.value = JSON.stringify(answered(made));
  form.submit();
}

for (const form of document.querySelectorAll("[data-passkey]")) {
  const button = form.querySelector("button");
  const said = form.querySelector("[data-said]");
  if (!window.PublicKeyCredential) continue;
  form.querySelector("[data-without]")?.remove();
  button.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    said.textContent = "";
    try {
      await use(form);
    } catch (problem) {
      said.textContent = WORDS[problem.name] ?? OTHERWISE;
      said.focus();
      button.disabled = false;
    }
  });
}
