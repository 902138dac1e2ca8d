// Seals a backup beside the server: checking a large file takes longer than anybody may wait.
import { parentPort, workerData } from 'node:worker_threads';
import { sealBackup } from './backup-file.ts';

parentPort?.postMessage(sealBackup(workerData.file, workerData.given));
