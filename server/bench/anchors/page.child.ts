import type { AddressInfo } from 'node:net';
import express from 'express';
import { answer } from '../measure/child.ts';

// The anchor of a list over HTTP: Express, which answers the same bytes to everybody and asks no database.

let body = '';
const app = express();
app.get('/', (_request, response) => void response.type('application/json').send(body));

answer({
  start: async () => {
    const server = await new Promise<ReturnType<typeof app.listen>>(resolve => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  },
  answerWith: (given: { body: string }) => {
    body = given.body;
  },
});
