import { expect, test } from 'vitest';
import { createProfileForm, profileOf } from '../../renderer/screens/settings/profile-form.ts';
import { profilePlace, settingsSections } from '../../renderer/screens/settings/sections.ts';
import { sectionOfField } from '../../renderer/screens/settings/section-of-field.ts';
import { profileFacts } from '../../renderer/screens/first-run/profile-facts.ts';
import { profileSchema } from '../../shared/contract/profile.ts';
import { testProfile } from '../helpers/records.ts';

test('every part of the profile that people fill in belongs to a section of the settings', () => {
  const kept = new Set(['sources']);
  const parts = Object.keys(profileSchema.shape).filter((part) => !kept.has(part));

  const shown = new Set([...settingsSections.flatMap(({ id, blocks }) => blocks.flatMap((block) => block.fields.map(({ path }) => `${id} ${path[0]}`))), 'calendar calendarOverrides', 'questions questions']);

  expect(parts.filter((part) => !shown.has(`${sectionOfField(part)} ${part}`))).toEqual([]);
});

test('a place in the profile is named as on the screen', () => {
  expect(profilePlace('serviceItems.3.name')).toBe('服务项（附件报价表） 第 4 行 名称');
  expect(profilePlace('client.email')).toBe('电子邮箱');
  expect(profilePlace('penalties.0.text')).toBe('违约责任 第 1 行 约定');
  expect(profilePlace('sources.title')).toBe('sources.title');
});

test('a profile with a problem is not handed in, and says where', () => {
  const form = createProfileForm(testProfile());
  form.getState().set(['serviceItems', 0, 'name'], undefined);

  expect(profileOf(form)).toBeUndefined();
  expect([...form.getState().problems]).toEqual([['serviceItems.0.name', '必填']]);
});

test('a cleared optional text falls back to nothing', () => {
  const form = createProfileForm(testProfile({ client: { name: '甲', phone: '010-5550xxxx' } }));
  form.getState().set(['client', 'phone'], undefined);

  expect(profileOf(form)?.client).toEqual({ name: '甲', address: '', postcode: '', phone: '', fax: '', email: '' });
});

test('the facts of a contract carry the sentence they came from', () => {
  const facts = profileFacts(testProfile({ sources: { 'service.from': '服务期自2024年8月3日起' } })).flatMap((group) => group.facts);

  expect(facts.find((fact) => fact.label === '服务期')).toEqual({ label: '服务期', value: '2024年8月3日 至 2025年8月2日', source: '服务期自2024年8月3日起' });
  expect(facts.find((fact) => fact.label === '服务项')).toMatchObject({ value: '5 项，合计 165,000.00 元', source: undefined });
});
