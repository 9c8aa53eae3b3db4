"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const items = [...document.querySelectorAll("li[data-rule]")];
  const links = [...document.querySelectorAll(".draft a[data-findings]")];
  const apply = () => {
    const levels = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const rule = form.querySelector("select").value;
    const visible = new Set();
    for (const item of items) {
      item.hidden = !levels.has(item.dataset.level) || (rule !== "" && rule !== item.dataset.rule);
      if (!item.hidden) visible.add(item.id);
    }
    for (const link of links) {
      const target = link.dataset.findings.split(" ").find((id) => visible.has(id));
      link.classList.toggle("off", target === undefined);
      if (target === undefined) link.removeAttribute("href");
      else link.setAttribute("href", "#" + target);
    }
    shown.textContent = String(visible.size);
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  apply();
})();
