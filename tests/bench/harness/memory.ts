const megabyte = 1024 * 1024;

/** Resident memory of this process in MB, after collecting garbage where `--expose-gc` allows it. */
export async function residentMegabytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().rss / megabyte;
}
