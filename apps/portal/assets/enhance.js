// Everything works without this file. It adds: leaving in a hurry by key, one submit per press, a count of characters,
// names of chosen files, printing and copying by button, and a kiosk that forgets its last visitor.
(() => {
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement;

  // Esc twice within two seconds: once would be taken by people closing an input method.
  const exits = $('[data-exit]');
  const exit = exits[0];
  let pressed = 0;
  if (exit) {
    const leave = (event) => {
      event?.preventDefault();
      document.body.hidden = true;
      location.replace(exit.href);
    };
    for (const link of exits) link.addEventListener('click', leave);
    addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (Date.now() - pressed < 2000) leave();
      pressed = Date.now();
    });
  }

  const faults = document.querySelector('.faults');
  if (faults) faults.focus();

  // A second press of a submit button within ten seconds does nothing; the page restored by the back button is fresh again.
  $('form').forEach((form) => {
    form.addEventListener('submit', (event) => {
      const now = Date.now();
      if (now - Number(form.dataset.sent || 0) < 10000) event.preventDefault();
      form.dataset.sent = now;
    });
  });
  addEventListener('pageshow', () => {
    for (const form of $('form')) delete form.dataset.sent;
  });

  $('textarea[maxlength]').forEach((area) => {
    const out = document.getElementById(`${area.id}-count`);
    if (!out) return;
    const show = () => {
      out.textContent = out.dataset.left.replace('{n}', area.maxLength - area.value.length);
    };
    area.addEventListener('input', show);
    show();
  });

  // "None of these" and the others exclude each other.
  $('input[data-none]').forEach((none) => {
    const others = $('input[type=checkbox]', none.closest('fieldset')).filter((box) => box !== none);
    none.addEventListener('change', () => {
      if (none.checked) for (const box of others) box.checked = false;
    });
    for (const box of others) {
      box.addEventListener('change', () => {
        if (box.checked) none.checked = false;
      });
    }
  });

  $('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => print());
  });
  $('[data-copy]').forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    });
  });

  // A kiosk counts down after a minute of stillness, says so, and goes home.
  if (root.classList.contains('kiosk')) {
    const bar = document.querySelector('.idle');
    let left = 90;
    const stir = () => {
      left = 90;
      if (bar) bar.hidden = true;
    };
    for (const kind of ['pointerdown', 'keydown', 'scroll', 'input']) addEventListener(kind, stir, { passive: true });
    setInterval(() => {
      left -= 1;
      if (bar && left <= 30) {
        bar.hidden = false;
        bar.textContent = bar.dataset.left.replace('{n}', left);
      }
      if (left <= 0) location.replace('/kiosk/leave');
    }, 1000);
  }
})();
