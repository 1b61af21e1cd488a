document.getElementById('heading').textContent = 'ready';
document.getElementById('file').addEventListener('change', (event) => {
  window.chosenPaths = [...event.target.files].map((file) => window.fixture.pathOf(file));
});
