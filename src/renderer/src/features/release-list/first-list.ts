let isMarked = false;

/** Notes when the first list was painted: `performance.getEntriesByName('list')`. */
export function markFirstList(): void {
  if (isMarked) return;
  isMarked = true;
  requestAnimationFrame(() => {
    // A message posted in a frame arrives when the frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.mark('list');
      port1.close();
    };
    port2.postMessage(null);
  });
}
