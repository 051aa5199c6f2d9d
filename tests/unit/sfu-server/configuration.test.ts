import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfiguration } from '../../../resources/sfu-server/configuration.mjs'

const token = 'a-token-long-enough-to-be-of-some-use'
const read = (told: object) => readConfiguration(JSON.stringify({ token, ...told }))

test('a token is enough: loopback, no certificate, ports for twenty checks', () =>
  expect(read({})).toEqual({
    ...{ address: '127.0.0.1', port: 4443, certificateFile: null, keyFile: null, token },
    ...{ mediaAddress: '127.0.0.1', announcedAddress: null, mediaPorts: [40_000, 40_199], checksAtOnce: 20 },
  }))

test('a network of its own, with a certificate', () => {
  const told = {
    ...{ address: '10.0.0.5', port: 443, certificateFile: '/etc/a.pem', keyFile: '/etc/a.key' },
    ...{ mediaAddress: '0.0.0.0', announcedAddress: '10.0.0.5', mediaPorts: [50_000, 50_009], checksAtOnce: 5 },
  }
  expect(read(told)).toEqual({ token, ...told })
})

test('the example lacks a token and nothing else', () => {
  const text = readFileSync('resources/sfu-server/configuration.example.json', 'utf8')
  expect(() => readConfiguration(text)).toThrow('token')
  expect(readConfiguration(JSON.stringify({ ...JSON.parse(text), token }))).toMatchObject({
    announcedAddress: '10.0.0.5',
  })
})

test.each([
  [{ address: '10.0.0.5' }, 'без сертификата'],
  [{ address: '0.0.0.0' }, 'без сертификата'],
  [{ address: '127.evil.example' }, 'нужен IP-адрес'],
  [{ address: 'localhost' }, 'нужен IP-адрес'],
  [{ certificateFile: '/etc/a.pem' }, 'вместе'],
  [{ certificateFile: '', keyFile: '' }, 'путь к файлу'],
  [{ token: undefined }, 'token'],
  [{ token: 'short' }, 'token'],
  [{ token: 'знаки, которых в заголовке быть не может и нельзя' }, 'token'],
  [{ port: '4443' }, 'port'],
  [{ port: 70_000 }, 'port'],
  [{ mediaAddress: '0.0.0.0' }, 'announcedAddress'],
  [{ announcedAddress: 'sfu.example' }, 'announcedAddress'],
  [{ mediaPorts: [40_199, 40_000] }, 'mediaPorts'],
  [{ mediaPorts: [80, 400] }, 'mediaPorts'],
  [{ mediaPorts: [40_000, 40_010] }, 'на каждую проверку'],
  [{ checksAtOnce: 0 }, 'checksAtOnce'],
  [{ adress: '127.0.0.1' }, 'неизвестная настройка «adress»'],
])('%j is refused with words', (told, words) => expect(() => read(told)).toThrow(words))

test.each(['', '[]', 'null', `{"token":"${token}"`])('%j is no configuration, and is not quoted', text => {
  expect(() => readConfiguration(text)).toThrow(/^файл настроек — не (JSON|объект JSON)$/)
})
