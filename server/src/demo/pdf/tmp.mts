import { buildOrganisation } from '../province/organisation.ts';
import { buildMeetings } from '../province/meetings.ts';
import { buildAssignments } from '../province/assignments.ts';
import { buildMinutes } from '../province/minutes.ts';
import { timeStatus, timeStatuses } from '@nghisu/shared/assignments/assignments.rules.ts';
import { addDays } from '@nghisu/shared/platform/dates.ts';
import { writePaper } from './paper.ts';
import { progressStates } from '@nghisu/shared/assignments/assignments.records.ts';
import { recogniseAssignments } from '@nghisu/shared/assignments/sentence/recognise.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
let day='2026-01-01', miss=0, rec=0, pages=0;
const kinds:Record<string,number>={};
for(let i=0;i<120;i++, day=addDays(day,7)){ const o=buildOrganisation('vinh-phuc',day), ms=buildMeetings('vinh-phuc',o,day), as=buildAssignments('vinh-phuc',o,ms,day); buildMinutes('vinh-phuc',o,ms,as);
 const st=new Set(as.map(a=>timeStatus(a,day))), ps=new Set(as.map(a=>a.progress)); const l=as.filter(a=>timeStatus(a,day)==='overdue'&&a.dueDate!<addDays(day,-120)).length;
 const lastAt=as.flatMap(a=>a.history).reduce((m,h)=>h.at>m?h.at:m,''); 
 const bad=[st.size<timeStatuses.length&&'time',ps.size<progressStates.length&&'prog',l<1&&'tail', new Date(Date.parse(lastAt)+7*36e5).toISOString().slice(0,10)>=day&&'late '+lastAt].filter(Boolean); if(bad.length){miss++; console.log(day,bad.join(' '),[...ps].join(), [...st].join())}
 for(const a of as){ const m=ms.find(m=>m.id===a.meetingId)!; const r=recogniseAssignments(a.sentence,{today:day,meetingDate:m.day,units:o.units}); if(/UBND các huyện, thành phố|các sở, ban, ngành/.test(a.sentence)) { if(r.length!==1||r[0]!.leadUnitId!==a.leadUnitId){kinds['fan']=(kinds['fan']??0)+1;} continue;} if(r.length!==1||r[0]!.leadUnitId!==a.leadUnitId||r[0]!.content!==a.content||JSON.stringify(r[0]!.coordinatingUnitIds.toSorted())!==JSON.stringify(a.coordinatingUnitIds.toSorted())){rec++; if(rec<8)console.log(a.sentence,'|',a.content,'|',r.length,r[0]?.content);} }
 if(i%10===0){ const unitNames=new Map(o.units.map(u=>[u.id,u.name])); for(const m of ms) for(const it of m.items) for(const p of it.papers) if(p.style!=='scan'){ const c=(await PDFDocument.load(await writePaper(p,{today:day,unitNames}))).getPageCount(); if(c!==p.pages){pages++;console.log(day,p.title,p.pages,c);} } }
}
console.log('missing',miss,'unread',rec,kinds,'wrong pages',pages);
