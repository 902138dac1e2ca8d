// A thread that simulates once and ends. It is given data and gives data: nothing of the server is within its reach.
import { parentPort, workerData } from 'node:worker_threads';
import { type Simulation, simulate } from '../../../engine/index.ts';

const simulation: Simulation = workerData;
parentPort?.postMessage(simulate(simulation));
