import { originOf } from '../custom-schemes';
import { namingWhatIsMissing } from '../not-implemented';

export interface StandInFrame {
  readonly url: string;
  readonly origin: string;
  readonly processId: number;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  readonly frameToken: string;
  readonly parent: null;
  readonly top: StandInFrame;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

/** A window's main frame, as it was when asked for. */
export function mainFrameOf(contentsId: number, url: string, token: string): StandInFrame {
  const frame: StandInFrame = namingWhatIsMissing('WebFrameMain', {
    url,
    origin: originOf(url),
    processId: contentsId,
    routingId: contentsId,
    frameTreeNodeId: contentsId,
    frameToken: token,
    parent: null,
    detached: false,
    isDestroyed: () => false,
    get top(): StandInFrame {
      return frame;
    },
  });
  return frame;
}
