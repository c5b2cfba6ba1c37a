package papertest

import (
	"slices"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// Samples are the specimens by which the window shows the wording of a paper while an office changes it: invented records
// that between them say every sentence that can be changed.
type Samples struct{}

// Subjects are specimens that a kind of paper can be written of, the likeliest first; KindNone stands for the message of
// 先沟通. Code is the kind of finding that the sentence is about, empty: none.
func (Samples) Subjects(kind paper.Kind, code string) []paper.Subject {
	if code != "" {
		return coded(kind, code)
	}
	switch kind {
	case paper.KindLetter:
		return []paper.Subject{Gas(), NewTask(), overScope()}
	case paper.KindEscalation:
		return []paper.Subject{Houses(), upward(), plainQuestion(), ofTheCounty()}
	case paper.KindSupport:
		return []paper.Subject{Sand(), Gas(), nothingListed(), ownMatter()}
	case paper.KindConsult:
		return []paper.Subject{NewTask(), toTheSender(Houses())}
	case paper.KindComment:
		return []paper.Subject{Opinion(), noOpinion()}
	case paper.KindAdjust:
		return []paper.Subject{AboutTheList(), aboutTheListIn(NewTask()), aboutTheListIn(Gas()), aboutTheListIn(overScope())}
	case paper.KindVillage:
		return []paper.Subject{Certificates(), villageCoded("TAKEN_BACK")}
	case paper.KindNone:
		return []paper.Subject{Gas(), toTheSender(Houses()), NewTask()}
	}
	return []paper.Subject{Gas(), mixed(), only(Gas(), 0)}
}

// Month is a specimen of the monthly report in which a kind of finding is the most frequent.
func (Samples) Month(code string) paper.Month {
	m := Month()
	if code == "" {
		return m
	}
	m.Problems = slices.DeleteFunc(slices.Clone(m.Problems), func(p paper.MonthProblem) bool { return p.Code == code })
	m.Problems = slices.Insert(m.Problems, 0, paper.MonthProblem{Code: code, Title: "其他问题", Demands: 3, Issuers: []string{"清河县民政局", "清河县住建局"}, Numbers: []int{618, 636, 641}})
	return m
}

// mixed is Gas with a demand that the office does, without a deadline, and one that is raised.
func mixed() paper.Subject {
	s := Gas()
	kept := &s.Check.Demands[1]
	kept.Verdict, kept.Deadline, kept.Part = app.VerdictDo, nil, app.Basic
	kept.Matches[0].Part = app.Basic
	s.Duties[1].Part = app.Basic
	s.Check.Demands[3].Verdict = app.VerdictEscalate
	return s
}

// only keeps one demand of a specimen.
func only(s paper.Subject, i int) paper.Subject {
	s.Check.Demands = s.Check.Demands[i : i+1]
	return s
}

// overScope asks for more than the list gives the office.
func overScope() paper.Subject {
	s := only(Gas(), 1)
	d := &s.Check.Demands[0]
	d.Verdict = app.VerdictRefuse
	d.Findings = []app.Finding{{Code: "OVER_SCOPE", Title: "超出清单所列乡镇职责", Severity: app.SeverityBlock, Role: app.RoleStructure,
		Evidence: []app.Evidence{At(gas, "每户拍照不少于6张")}}}
	return s
}

// relief is the body to which escalations go.
var relief = paper.Addressee{Name: "县整治形式主义为基层减负专项工作机制办公室", Class: paper.ClassRelief}

// upward is Gas as it is raised: several demands, several grounds, no deadline in common, and a talk.
func upward() paper.Subject {
	s := Gas()
	for i := range s.Check.Demands {
		s.Check.Demands[i].Verdict, s.Check.Demands[i].Deadline = app.VerdictEscalate, nil
	}
	s.To, s.Talks = relief, []paper.Talk{{Date: s.Date, Time: "09:50", Way: "电话", With: "吴倩", Result: "未能明确"}}
	return s
}

// plainQuestion is a demand that is raised without a finding.
func plainQuestion() paper.Subject {
	s := only(upward(), 2)
	s.Check.Demands[0].Findings, s.Check.Demands[0].Kind = nil, app.KindTask
	return s
}

// ofTheCounty is a demand of the county's government itself.
func ofTheCounty() paper.Subject {
	s := plainQuestion()
	s.Fields.Issuer = "清河县人民政府办公室"
	return s
}

// toTheSender sends a specimen to who sent the notice.
func toTheSender(s paper.Subject) paper.Subject {
	s.To = paper.Addressee{Name: s.Fields.Issuer, Class: paper.ClassDepartment}
	return s
}

func aboutTheListIn(s paper.Subject) paper.Subject {
	s.To = paper.Addressee{Name: "中共清河县委机构编制委员会办公室", Class: paper.ClassRelief}
	s.Check.Demands = s.Check.Demands[:1]
	return s
}

// nothingListed is an event that no entry of the list covers.
func nothingListed() paper.Subject {
	s := Sand()
	s.Check.Demands[0].Matches, s.Check.Demands[0].Part, s.Duties, s.Sure = nil, app.PartNone, nil, false
	return s
}

// ownMatter is an event that the office bears itself.
func ownMatter() paper.Subject {
	s := Sand()
	d := &s.Check.Demands[0]
	d.Part, d.Matches = app.Basic, d.Matches[1:]
	d.Matches[0].Part, s.Duties[1].Part = app.Basic, app.Basic
	return s
}

// noOpinion is a draft in which nothing is to be said.
func noOpinion() paper.Subject {
	s := Opinion()
	for i := range s.Check.Demands {
		s.Check.Demands[i].Findings = nil
		s.Check.Demands[i].Verdict = app.VerdictCooperate
	}
	return s
}

// coded are specimens with a certain finding.
func coded(kind paper.Kind, code string) []paper.Subject {
	finding := app.Finding{Code: code, Title: "要求派车接送检查人员", Basis: rules + "第六部分", Severity: app.SeverityBlock, Role: app.RoleSubject}
	with := func(s paper.Subject, i int) paper.Subject {
		f := finding
		f.Evidence = []app.Evidence{{Start: s.Check.Demands[i].Start, End: s.Check.Demands[i].End, Text: s.Check.Demands[i].Text}}
		if code == "TAKEN_BACK" || code == "LEAD_SHIFTED" || code == "OVER_SCOPE" || code == "NOT_ON_LIST" {
			f.Role, f.Basis = app.RoleStructure, ""
		}
		s.Check.Demands[i].Findings = []app.Finding{f}
		return s
	}
	at := 2
	switch code {
	case "TAKEN_BACK":
		at = 0
	case "LEAD_SHIFTED", "OVER_SCOPE", "DEADLINE_SHORT":
		at = 1
	}
	refused := only(Gas(), at)
	refused.Check.Demands[0].Verdict = app.VerdictRefuse
	refused.Later = app.Date{Year: 2026, Month: 11, Day: 30}
	refused = with(refused, 0)
	switch kind {
	case paper.KindEscalation:
		raised := only(upward(), at)
		return []paper.Subject{with(raised, 0)}
	case paper.KindVillage:
		return []paper.Subject{villageCoded(code)}
	case paper.KindNone:
		return []paper.Subject{refused}
	}
	keeps := Gas()
	keeps.Later = refused.Later
	return []paper.Subject{refused, with(keeps, 1)}
}

// villageCoded is a message to a village with a certain finding.
func villageCoded(code string) paper.Subject {
	s := Certificates()
	for i := range s.Check.Demands {
		s.Check.Demands[i].Findings[0].Code = code
	}
	if code == "TAKEN_BACK" {
		d := &s.Check.Demands[0]
		d.Kind, d.Part = app.KindTask, app.TakenBack
		d.Matches = []app.Match{{Part: app.TakenBack, ItemNo: "3", ItemName: "婚姻状况核验", Department: "县民政局", Evidence: d.Findings[0].Evidence}}
	}
	return s
}
