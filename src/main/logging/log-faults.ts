import { app } from 'electron';
import { basename } from 'node:path';
import { faultOf } from './fault';
import type { Log } from './log';

/** Writes down what nobody caught, here and in the pages; what is done about it stays as it was. */
export function logFaults(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => {
    log.write({ event: 'fault', where: 'main', fault: faultOf(error) });
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    log.write({ event: 'page-gone', reason, exitCode });
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('unresponsive', () => {
      log.write({ event: 'page-hangs' });
    });
    contents.on('console-message', ({ level, lineNumber, sourceId }) => {
      // Where, not what: a message may quote a release.
      if (level !== 'error') return;
      log.write({ event: 'page-error', source: basename(sourceId), line: lineNumber });
    });
  });
}
