// The worker that finds paths: where stages lie in, routes out. It remembers what it found the last time.
import { makeRouteMemory } from './route-memory.ts';
import { type RouteWork, routeTransitions } from './route-transitions.ts';

const memory = makeRouteMemory();

self.addEventListener('message', ({ data: { stages, transitions } }: MessageEvent<RouteWork>) => {
  self.postMessage(routeTransitions(stages, transitions, memory));
});
