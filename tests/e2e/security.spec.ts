import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures';

test('the page has no Node, no network, no way out', async ({ app }) => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    response.end('x');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const outcome = await app.window.evaluate(async (url) => {
    const image = await new Promise<string>((resolve) => {
      const element = new Image();
      element.onload = () => {
        resolve('loaded');
      };
      element.onerror = () => {
        resolve('refused');
      };
      element.src = url;
    });
    const fetched = await fetch(url).then(
      () => 'fetched',
      () => 'refused',
    );
    const opened = window.open(url) === null ? 'refused' : 'opened';
    const evaluated = await new Promise<string>((resolve) => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "injected"';
      document.head.append(script);
      resolve(document.title);
    });
    const permission = await navigator.permissions
      .query({ name: 'geolocation' })
      .then((status) => status.state);
    return {
      image,
      fetched,
      opened,
      evaluated,
      permission,
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      bridge: Object.keys(window.archive).sort(),
    };
  }, address);
  expect(outcome).toMatchObject({
    image: 'refused',
    fetched: 'refused',
    opened: 'refused',
    evaluated: 'Press Archive',
    permission: 'denied',
    require: 'undefined',
    process: 'undefined',
    bridge: ['listen', 'platform', 'request'],
  });
  const before = app.window.url();
  await app.window.evaluate((url) => {
    location.href = url;
  }, address);
  await expect(app.button('Create archive…')).toBeVisible();
  expect(app.window.url()).toBe(before);
  expect(reached).toBe(0);
  server.close();
});

test('a request that is not in the contract, or not as it says, is refused', async ({ app }) => {
  const replies = await app.window.evaluate(async () => {
    const bridge = window.archive as unknown as {
      request: (
        channel: string,
        argument: unknown,
      ) => Promise<{ ok: boolean; error?: { code: string } }>;
    };
    const asked: [string, unknown][] = [
      ['shell:openExternal', 'file:///etc/passwd'],
      ['__proto__', null],
      ['release:read', { id: '../../etc/passwd' }],
      ['archive:open', { folder: '/tmp', extra: true }],
      ['release:find', { text: 7 }],
    ];
    return Promise.all(
      asked.map(async ([channel, argument]) => {
        const reply = await bridge.request(channel, argument);
        return { ok: reply.ok, code: reply.error?.code };
      }),
    );
  });
  expect(replies).toEqual(replies.map(() => ({ ok: false, code: 'request-invalid' })));
});
