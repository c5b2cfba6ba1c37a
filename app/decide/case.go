package decide

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// maxCases is how many notices one 典型案例 tells of, and one 提级反映单 takes up.
const maxCases = 10

// others loads the further notices of a paper, each once, in the order given.
func (s *Service) others(ctx context.Context, p *plan) error {
	for _, typed := range p.request.With {
		n, err := s.numbered(ctx, typed, p.notice.Year)
		if err != nil {
			return err
		}
		if n.Void || n.Erased != nil {
			return app.Errorf(app.CodeConflict, "%s已撤销或内容已删除，不能写进%s。", n.Number(), p.kind.Short())
		}
		same := func(o ledger.Notice) bool { return o.ID == n.ID }
		if n.ID != p.notice.ID && !slices.ContainsFunc(p.others, same) {
			p.others = append(p.others, n)
		}
	}
	if len(p.others) >= maxCases {
		return app.Errorf(app.CodeInvalid, "一份%s最多写 %d 件来件。请分成几份。", p.kind.Short(), maxCases)
	}
	return nil
}

// numbered finds a notice by its number in the ledger as a clerk types it: 2026-640, 2026年第640号, 640.
func (s *Service) numbered(ctx context.Context, typed string, year int) (ledger.Notice, error) {
	plain := strings.NewReplacer("年第", "-", "号", "", "年", "-", "第", "", " ", "").Replace(strings.TrimSpace(typed))
	before, last, both := strings.Cut(plain, "-")
	if !both {
		before, last = strconv.Itoa(year), plain
	}
	y, err1 := strconv.Atoi(before)
	no, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil {
		return ledger.Notice{}, app.Errorf(app.CodeInvalid, "“%s”不是台账号。请写成 2026-640 这样。", strings.TrimSpace(typed))
	}
	return s.Reader.Numbered(ctx, y, no)
}

// tell completes the subject of a 典型案例: what happened with its notice, and the further ones.
func (s *Service) tell(ctx context.Context, p *plan) error {
	var err error
	if p.subject.Course, err = s.course(ctx, p.notice); err != nil {
		return err
	}
	for _, n := range p.others {
		one := plan{notice: n, settings: p.settings, kind: p.kind, to: p.to}
		if err := one.accompany(paper.ClassOf(n.Check.Fields.Issuer)); err != nil {
			return err
		}
		list, err := s.listOf(ctx, n)
		if err != nil {
			return err
		}
		sub := s.write(one, list)
		if sub.Course, err = s.course(ctx, n); err != nil {
			return err
		}
		p.subject.Others = append(p.subject.Others, sub)
	}
	return nil
}

// course is what happened with a notice after it was decided: papers that answer its demands, and what came back.
func (s *Service) course(ctx context.Context, n ledger.Notice) ([]paper.Step, error) {
	papers, err := s.Reader.Papers(ctx, n.ID)
	if err != nil {
		return nil, err
	}
	var out []paper.Step
	for _, p := range papers {
		if p.Void || len(p.Answers) == 0 {
			continue
		}
		out = append(out, paper.Step{Date: p.Date, What: "出具" + paper.Kind(p.Kind).Short()})
		if p.Delivery != nil {
			out = append(out, paper.Step{Date: p.Delivery.Date, What: "送达"})
		}
	}
	type answer struct {
		date app.Date
		what ledger.Outcome
	}
	demands := map[answer][]string{}
	var answers []answer
	for _, d := range n.Demands {
		if d.Reply == nil {
			continue
		}
		a := answer{d.Reply.Date, d.Reply.Outcome}
		if demands[a] == nil {
			answers = append(answers, a)
		}
		demands[a] = append(demands[a], strconv.Itoa(d.No))
	}
	for _, a := range answers {
		about := ""
		if len(n.Demands) > 1 {
			about = "第" + strings.Join(demands[a], "、") + "项"
		}
		out = append(out, paper.Step{Date: a.date, What: "收到答复，" + about + a.what.Title()})
	}
	slices.SortStableFunc(out, func(a, b paper.Step) int { return cmp.Compare(a.Date.String(), b.Date.String()) })
	return out, nil
}
