import { createCipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { aesGcmBox, sm4Box } from './boxes.ts';
import { hmac, sha256, sm3 } from './hash.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

test.each([
  // GB/T 32905-2016, appendix A
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('SM3 of %s is what the standard prints', (message, digest) => {
  expect(sm3(message)).toBe(digest);
  expect(sm3(Buffer.from(message))).toBe(digest);
});

test('SHA-256 of abc is what FIPS 180 prints', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

// RFC 4231 §4.2–4.8
test.each([
  [
    '0b'.repeat(20),
    Buffer.from('Hi There').toString('hex'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    Buffer.from('Jefe').toString('hex'),
    Buffer.from('what do ya want for nothing?').toString('hex'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  [
    '0102030405060708090a0b0c0d0e0f10111213141516171819',
    'cd'.repeat(50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    'aa'.repeat(131),
    Buffer.from('Test Using Larger Than Block-Size Key - Hash Key First').toString('hex'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    'aa'.repeat(131),
    Buffer.from(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ).toString('hex'),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
])('HMAC-SHA256 agrees with RFC 4231 (key %s)', (key, data, tag) => {
  expect(hmac('sha256', hex(key), hex(data)).toString('hex')).toBe(tag);
});

test('HMAC-SM3 is the HMAC of RFC 2104 over SM3', () => {
  const key = Buffer.alloc(64);
  Buffer.from('a key shorter than a block').copy(key);
  const pad = (byte: number): Buffer => Buffer.from(key.map((b) => b ^ byte));
  const inner = hex(sm3(Buffer.concat([pad(0x36), Buffer.from('message')])));
  const outer = sm3(Buffer.concat([pad(0x5c), inner]));
  expect(hmac('sm3', Buffer.from('a key shorter than a block'), 'message').toString('hex')).toBe(outer);
});

test('the SM4 underneath is that of GB/T 32907-2016, appendix A.1', () => {
  const key = hex('0123456789abcdeffedcba9876543210');
  const block = createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(key).toString('hex');
  expect(block).toBe('681edf34d206965e86b3e94f536e4246');
  const sealed = sm4Box(key, Buffer.alloc(32)).seal(Buffer.alloc(16), key, Buffer.alloc(0));
  expect(sealed.subarray(16, 32).toString('hex')).toBe(block);
});

test('AES-256-GCM agrees with test case 16 of the GCM specification', () => {
  const box = aesGcmBox(hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'));
  const plain = hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
  const associated = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const sealed = box.seal(hex('cafebabefacedbaddecaf888'), plain, associated);
  expect(sealed.subarray(12).toString('hex')).toBe(
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  );
  expect(box.open(sealed, associated)?.equals(plain)).toBe(true);
});
