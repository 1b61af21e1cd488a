import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../../src/main/logging/fault';

describe('a fault', () => {
  it('says where, and never what', () => {
    const error = new TypeError(
      'Northquay opens pier\n    at Maravel (/home/ada/Northquay opens pier.md:1:1)',
    );
    const fault = faultOf(error);
    expect(fault.name).toBe('TypeError');
    expect(fault.frames.length).toBeGreaterThan(0);
    expect(fault.frames[0]).toMatch(/fault\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(fault)).not.toMatch(/Northquay|Maravel|home/);
  });

  it('has the name of a failure of the system', () => {
    const error = Object.assign(new Error("ENOSPC: write '/home/ada/pier.jpg'"), {
      code: 'ENOSPC',
    });
    expect(faultOf(error)).toMatchObject({ name: 'Error', code: 'ENOSPC' });
    expect(JSON.stringify(faultOf(error))).not.toMatch(/ada|pier/);
  });

  it('may be anything that was thrown', () => {
    expect(faultOf('Northquay')).toEqual({ name: 'string', code: null, frames: [] });
  });

  it('has no frames where its stack was replaced by other text', () => {
    const error = new Error('');
    error.stack = 'Northquay opens pier';
    expect(faultOf(error).frames).toEqual([]);
  });
});
