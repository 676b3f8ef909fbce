// Shows "use my present place" where the browser can tell it. The place goes to our server in a form and nowhere else.
(() => {
  const form = document.querySelector('[data-locate]');
  // Browsers tell a place in WGS 84 and only over a safe connection.
  if (!form || !isSecureContext || !navigator.geolocation) return;
  const [button, said] = [form.querySelector('button'), form.querySelector('output')];
  const say = (key) => {
    said.textContent = said.dataset[key];
    button.disabled = key === 'busy';
  };
  form.hidden = false;
  button.addEventListener('click', () => {
    say('busy');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.lon.value = coords.longitude.toFixed(4);
        form.lat.value = coords.latitude.toFixed(4);
        form.submit();
      },
      (error) => say(error.code === 1 ? 'denied' : 'failed'),
      { timeout: 15000, maximumAge: 60000 },
    );
  });
  addEventListener('pageshow', () => {
    button.disabled = false;
    said.textContent = '';
  });
})();
