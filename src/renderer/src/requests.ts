import {
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Answer, ChangedKind, Channel, RequestArgument } from '../../shared/ipc-contract';
import { request, type BridgeError } from './bridge';

/** Milliseconds for which an answer is kept that nothing shows any more: whole texts are among them. */
const keptMs = 60_000;

/* The archive says when something changed, so answers stay good until then. The network mode
   matters: the library's default waits for a network, and this program never has one. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Infinity,
      gcTime: keptMs,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The answer to a question that changes nothing; asked again when the archive changes. */
export function useRequest<C extends Channel>(
  channel: C,
  argument: RequestArgument<C>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer<C>, BridgeError> {
  return useQuery<Answer<C>, BridgeError>({
    queryKey: [channel, argument],
    queryFn: () => request(channel, argument),
    enabled: options.enabled ?? true,
  });
}

/** A request that somebody sets off. */
export function useChange<C extends Channel>(
  channel: C,
): UseMutationResult<Answer<C>, BridgeError, RequestArgument<C>> {
  return useMutation<Answer<C>, BridgeError, RequestArgument<C>>({
    mutationFn: (argument) => request(channel, argument),
  });
}

/** A question asked outside a component; the same cache answers. */
export function ask<C extends Channel>(
  channel: C,
  argument: RequestArgument<C>,
): Promise<Answer<C>> {
  return queryClient.query({
    queryKey: [channel, argument],
    queryFn: () => request(channel, argument),
  });
}

const shownBy: Readonly<Record<ChangedKind, readonly Channel[]>> = {
  releases: [
    'release:read',
    'release:history',
    'release:compare',
    'release:compare-two',
    'release:compare-unfiled',
    'story:view',
    'tag:list',
    'archive:info',
    'partner:list',
    'pack:check',
    'release:embargo',
    'search:values',
  ],
  partners: [
    'search:values',
    'partner:list',
    'release:read',
    'release:compare',
    'release:compare-two',
    'archive:info',
  ],
  packs: ['search:values', 'pack:list', 'pack:check', 'archive:info'],
  photos: ['release:read', 'pack:check', 'archive:info'],
  searches: ['search:saved'],
  archive: ['archive:info', 'watch:state'],
  backups: ['backup:state', 'archive:info'],
};

export async function forget(what: readonly ChangedKind[]): Promise<void> {
  const channels = new Set(what.flatMap((kind) => shownBy[kind]));
  await Promise.all(
    [...channels].map((channel) => queryClient.invalidateQueries({ queryKey: [channel] })),
  );
}
