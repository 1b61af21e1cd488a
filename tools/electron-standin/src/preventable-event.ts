/** The event object of Electron's main process: plain, with `preventDefault`. */
export class PreventableEvent {
  defaultPrevented = false;

  constructor(details: Readonly<Record<string, unknown>> = {}) {
    Object.assign(this, details);
    this.preventDefault = this.preventDefault.bind(this);
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
