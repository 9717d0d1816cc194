import type { Unit } from '@nghisu/shared/organisation/organisation.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { describe, expect, it } from 'vitest';
import { mistakesIn, proposalsOf, termsInput, unitsOn } from './assignmentDraft.ts';

const unit = (name: string, shortName: string, type: Unit['type'] = 'department'): Unit => ({
  kind: 'unit',
  id: newId(),
  name,
  shortName,
  type,
  parentId: null,
  order: 1,
  validFrom: '2020-01-01',
  validTo: null,
});
const finance = unit('Sở Tài chính', 'Sở TC');
const planning = unit('Sở Kế hoạch và Đầu tư', 'Sở KH&ĐT');
const district = unit('Ủy ban nhân dân huyện Yên Lạc', 'UBND huyện Yên Lạc', 'district');
const units = [finance, planning, district];
const meetingDate = '2026-11-24';

describe('an assignment formed from a sentence', () => {
  it('has its lead, its coordinating units and its due date', () => {
    const text =
      'Giao Sở Tài chính chủ trì, phối hợp Sở Kế hoạch và Đầu tư rà soát dự toán, báo cáo trước ngày 30/12.';
    const [first, ...more] = proposalsOf(text, units, meetingDate);
    expect(more).toEqual([]);
    expect(first?.draft).toMatchObject({
      leadUnitId: finance.id,
      coordinatingUnitIds: [planning.id],
      dueDate: '2026-12-30',
    });
  });

  it('lists the units of a kind as coordinating ones, the lead never among them', () => {
    const text = 'Giao Sở Tài chính chủ trì, phối hợp với các sở, ngành thẩm định dự toán năm 2027.';
    const [proposal] = proposalsOf(text, units, meetingDate);
    expect(proposal?.draft.leadUnitId).toBe(finance.id);
    expect(proposal?.draft.coordinatingUnitIds).toEqual([planning.id]);
  });

  it('doubts a lead that no unit goes by, and says what was written', () => {
    const [proposal] = proposalsOf('Giao Cục Thuế tỉnh báo cáo số thu trước ngày 30/12.', units, meetingDate);
    expect(proposal?.draft.leadUnitId).toBe('');
    expect(proposal?.doubts.lead).toContain('Cục Thuế');
  });

  it('keeps a sentence that states nothing as the content, and doubts it', () => {
    const [proposal] = proposalsOf('  Các đại biểu nhất trí với báo cáo. ', units, meetingDate);
    expect(proposal?.draft).toMatchObject({ content: 'Các đại biểu nhất trí với báo cáo.', leadUnitId: '' });
    expect(Object.keys(proposal?.doubts ?? {})).toEqual(['content', 'lead']);
  });
});

describe('the terms of an assignment', () => {
  const terms = { content: 'Báo cáo', coordinatingUnitIds: [], dueDate: '', every: '', day: '' } as const;

  it('become a command, empty fields nothing', () => {
    const empty = { ...terms, coordinatingUnitIds: [] };
    expect(termsInput(empty)).toMatchObject({ dueDate: null, recurrence: null });
    expect(termsInput({ ...empty, every: 'month', day: '25' }).recurrence).toEqual({
      every: 'month',
      day: 25,
    });
    expect(termsInput({ ...empty, every: 'quarter', day: '' }).recurrence).toEqual({
      every: 'quarter',
      day: null,
    });
  });

  it('say what keeps them from being sent', () => {
    const draft = { ...terms, coordinatingUnitIds: [], leadUnitId: '' };
    expect(mistakesIn({ ...draft, content: '  ' })).toEqual({ content: 'needContent', lead: 'needLead' });
    expect(mistakesIn({ ...draft, content: 'ấ'.repeat(2001), leadUnitId: finance.id })).toEqual({
      content: 'longContent',
    });
    expect(mistakesIn({ ...terms, coordinatingUnitIds: [] })).toEqual({});
  });

  it('name only units that exist on the day', () => {
    const gone = { ...district, validTo: '2026-07-01' };
    expect(unitsOn([finance, gone], meetingDate)).toEqual([finance]);
    expect(unitsOn([gone], '2026-06-30')).toEqual([gone]);
  });
});
