/** Finds entries by their text. The page is whole without it. */
export const script = `
const field = document.querySelector("#search");
const said = document.querySelector("#found");
const entries = [...document.querySelectorAll("[data-entry]")];
const texts = entries.map((entry) => entry.textContent.toLowerCase());
field.closest(".search").hidden = false;
field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  entries.forEach((entry, index) => {
    const fits = words.every((word) => texts[index].includes(word));
    entry.hidden = !fits;
    if (fits) shown += 1;
  });
  said.textContent = words.length === 0 ? "" : shown + " of " + entries.length + " entries";
});
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => (each.open = true)));
`;

/** Nothing else may run, and nothing may be loaded. The hash is that of the script above. */
export const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-sTchAOSjSiJ9OlhB9CD1wru3yf3IPSGJez4hmmhG+zw='; base-uri 'none'; form-action 'none'";
