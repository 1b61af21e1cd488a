import type { CustomScheme, Protocol } from 'electron';
import { rememberScheme } from '../custom-schemes';
import { namingWhatIsMissing } from '../not-implemented';

type Handler = Parameters<Protocol['handle']>[1];

class StandInProtocol implements Pick<
  Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
> {
  private readonly handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const { scheme } of schemes) rememberScheme(scheme);
  }

  handle(scheme: string, handler: Handler): void {
    if (this.handlers.has(scheme)) {
      throw new Error(`Failed to register protocol: ${scheme}`);
    }
    rememberScheme(scheme);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme) || scheme === 'file';
  }

  handlerOf(scheme: string): Handler | undefined {
    return this.handlers.get(scheme);
  }
}

export const protocol = namingWhatIsMissing('protocol', new StandInProtocol());
