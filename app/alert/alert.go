// Package alert compares a demand with those that the ledger knows already: the same thing asked by another department
// (多头部署), asked again by the same one (重复部署), and more work due in a few days than the office can do (任务集中).
//
// It is a help for the clerk: an alert never changes a verdict and is never printed. It reads no clock and no database.
package alert

import (
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/lexicon"
	"yidanqing/app/vector"
)

// Codes of the alerts, as findings name them.
const (
	MultiHeaded = "MULTI_HEADED" // 多头部署
	Repeated    = "REPEATED"     // 重复部署
	Overload    = "OVERLOAD"     // 任务集中
)

// Days is for how many calendar days back the same demand counts as many-headed or repeated.
const Days = 30

// Demand is one thing asked of the office, as alerts compare it.
type Demand struct {
	ID         string // of the notice, as Alert.Related names it
	Number     string // of the notice in the ledger: 2026年第637号; may be empty
	Department string // who asked, as it calls itself
	Title      string // of the notice; empty where it has none
	Text       string // the words of the demand
	Notice     string // the words of the whole notice, for what it says of earlier ones; may be empty
	// Entry names the entry of the list that it falls under; empty where none does.
	Entry    string
	Received app.Date
	Deadline app.Date // zero: none
	// Open tells that the office still has to do it.
	Open bool
}

// Alert is one thing to tell the clerk of a new demand (提醒).
type Alert struct {
	Code    string
	Reason  string   // 县教体局 04-27 已要求同一事项
	Related []string // IDs of the earlier demands' notices, oldest first
}

// Calendar tells workdays.
type Calendar interface {
	IsWorkday(d app.Date) bool
}

// Watch compares demands. Vectors may be nil: then words and concepts alone are compared. Safe for concurrent use.
type Watch struct {
	Lexicon  *lexicon.Lexicon
	Vectors  *vector.Table
	Calendar Calendar
}

// Find tells what is to be said of a new demand, seen against earlier ones: those received after it, and the demand
// itself, are not looked at. More than limit open demands due within five workdays are too many; limit 0 or less: no
// limit.
func (w *Watch) Find(earlier []Demand, d Demand, limit int) []Alert {
	var past []Demand
	for _, e := range earlier {
		if !d.Received.Before(e.Received) && !(e.Received == d.Received && e.Text == d.Text && e.Department == d.Department) {
			past = append(past, e)
		}
	}
	slices.SortStableFunc(past, func(a, b Demand) int { return b.Received.DaysUntil(a.Received) })
	var out []Alert
	reads := readReference(d)
	if same := w.same(past, d, reads); len(same) > 0 {
		out = append(out, same...)
	}
	if a, ok := w.overload(past, d, limit, reads); ok {
		out = append(out, a)
	}
	return out
}

// same finds the same thing asked before: by others, and by the department itself.
func (w *Watch) same(past []Demand, d Demand, r reference) []Alert {
	if r.goesOn() {
		return nil
	}
	var others, own []Demand
	mine := w.profile(d)
	for _, e := range past {
		if e.Received.DaysUntil(d.Received) > Days || !w.alike(mine, w.profile(e)) {
			continue
		}
		if same := w.Body(e.Department).Same(w.Body(d.Department)); same && !readReference(e).reminds {
			own = append(own, e)
		} else if !same && d.Department != "" && e.Department != "" {
			others = append(others, e)
		}
	}
	var out []Alert
	if len(others) > 0 {
		out = append(out, Alert{MultiHeaded, told(others) + " 已要求同一事项", ids(others)})
	}
	if len(own) > 0 {
		out = append(out, Alert{Repeated, told(own) + " 已部署过，没有新的要求", ids(own)})
	}
	return out
}

// told names who asked and when: 县教体局 04-27、县应急管理局 05-03.
func told(list []Demand) string {
	var parts []string
	for _, e := range list {
		part := fmt.Sprintf("%s %02d-%02d", e.Department, int(e.Received.Month), e.Received.Day)
		if !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	if len(parts) > 2 {
		return strings.Join(parts[:2], "、") + fmt.Sprintf("等 %d 次", len(parts))
	}
	return strings.Join(parts, "、")
}

func ids(list []Demand) []string {
	var out []string
	for _, e := range list {
		if !slices.Contains(out, e.ID) {
			out = append(out, e.ID)
		}
	}
	return out
}

// Finding is the alert as a finding of a check: worth telling, without effect on the verdict, never printed. numbers give
// the ledger numbers of the related notices.
func (a Alert) Finding(numbers func(id string) string) app.Finding {
	var named []string
	for _, id := range a.Related {
		if n := numbers(id); n != "" && len(named) < 3 {
			named = append(named, n)
		}
	}
	basis := a.Reason
	if len(named) > 0 {
		basis += "（" + strings.Join(named, "、")
		if len(a.Related) > len(named) {
			basis += fmt.Sprintf("等 %d 件", len(a.Related))
		}
		basis += "）"
	}
	severity := app.SeverityWarn
	if a.Code == Overload {
		severity = app.SeverityNote
	}
	return app.Finding{Code: a.Code, Title: Title(a.Code), Basis: basis, Severity: severity, Role: app.RoleNote,
		Evidence: []app.Evidence{}, Related: a.Related}
}

// Title is the alert in the words of the office; empty for another code.
func Title(code string) string {
	switch code {
	case MultiHeaded:
		return "多头部署"
	case Repeated:
		return "重复部署"
	case Overload:
		return "任务集中"
	}
	return ""
}
