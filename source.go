package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/compare"
	"yidanqing/app/duty"
	"yidanqing/app/judge"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
	"yidanqing/assets"
	"yidanqing/data/file"
	"yidanqing/data/store"
	"yidanqing/ui/command"
)

// readList reads the files of a duty list.
func readList(ctx context.Context, paths []string, o duty.Options) (duty.Preview, error) {
	var tables []app.Table
	for _, path := range paths {
		t, err := readTables(ctx, path)
		if err != nil {
			return duty.Preview{}, err
		}
		tables = append(tables, t...)
	}
	return duty.Import(tables, o)
}

func readTables(ctx context.Context, path string) ([]app.Table, error) {
	data, err := file.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	return file.ReadTables(ctx, filepath.Base(path), data)
}

// readPack reads the file of a negative list.
func readPack(ctx context.Context, path string) (app.RulePack, rule.PackPreview, error) {
	tables, err := readTables(ctx, path)
	if err != nil {
		return app.RulePack{}, rule.PackPreview{}, err
	}
	return rule.ImportPack(tables)
}

// readRegister reads the file of a register and tells the rows that were not understood.
func readRegister(ctx context.Context, kind app.RegisterKind, path string) (app.Register, []string, error) {
	tables, err := readTables(ctx, path)
	if err != nil {
		return app.Register{}, nil, err
	}
	r, p, err := rule.ImportRegister(kind, tables)
	var unread []string
	for _, u := range p.Unread {
		unread = append(unread, fmt.Sprintf("第%d行 “%s”：%s", u.Row, u.Words, u.Reason))
	}
	return r, unread, err
}

// sample is the bundled list, registers and notice of an invented town.
func sample() (app.DutyList, []app.Register, string, app.Office) {
	list, err := sampleList()
	if err != nil {
		panic(err) // the bundled list is tested
	}
	var registers []app.Register
	for _, k := range []app.RegisterKind{app.RegisterInspection, app.RegisterForm, app.RegisterApp, app.RegisterCampaign, app.RegisterMeeting} {
		tables, err := file.ReadTables(context.Background(), string(k)+".tsv", assets.SampleRegister(string(k)))
		if err != nil {
			panic(err)
		}
		r, _, err := rule.ImportRegister(k, tables)
		if err != nil {
			panic(err)
		}
		registers = append(registers, r)
	}
	return list, registers, assets.SampleNotice, app.Office{Type: app.Township, Name: "清河县柳河镇人民政府", Short: "柳河镇", County: "清河县", Prefix: "柳",
		Clerk: "李敏", Phone: "662 5201"}
}

func sampleList() (app.DutyList, error) {
	tables, err := file.ReadTables(context.Background(), "list.tsv", assets.SampleList)
	if err != nil {
		return app.DutyList{}, err
	}
	p, err := duty.Import(tables, duty.Options{Source: app.Source{Sample: true}})
	return p.List, err
}

// checker compares with one prepared ground.
type checker struct {
	judge  *judge.Judge
	ground *judge.Ground
}

// Check compares one notice.
func (c checker) Check(ctx context.Context, id, text string, received app.Date) (app.Check, error) {
	return c.judge.Check(ctx, c.ground, judge.Input{ID: id, Text: text, Received: received})
}

// ledgerChecker compares with what a data folder holds.
type ledgerChecker struct{ *compare.Service }

// Check compares one notice.
func (c ledgerChecker) Check(ctx context.Context, id, text string, received app.Date) (app.Check, error) {
	out, err := c.Service.Check(ctx, text, received, app.Fields{})
	out.ID = id
	return out, err
}

// openChecker prepares the lists and registers that a check is to use.
func openChecker(ctx context.Context, s command.Sources) (command.Checker, error) {
	rules := assets.Rules
	if s.Rules != "" {
		data, err := file.Open(ctx, s.Rules)
		if err != nil {
			return nil, err
		}
		rules = data
	}
	e := newEngine(rules, newVectorSource())
	if s.Data != "" && s.List == "" && len(s.Registers) == 0 {
		st, err := store.OpenReader(ctx, store.Options{Dir: s.Data})
		if err != nil {
			return nil, err
		}
		sources := &upkeep.Service{Reader: st, Writer: st, Vault: st, Now: time.Now}
		bench := &compare.Bench{Make: e.judge, Own: st}
		if _, err := bench.Judge(ctx); err != nil {
			return nil, err
		}
		return ledgerChecker{&compare.Service{Judge: bench.Judge, Sources: sources, Ledger: st}}, nil
	}
	j, err := e.judge(app.OwnRules{})
	if err != nil {
		return nil, err
	}
	return openFiles(ctx, j, s)
}

func openFiles(ctx context.Context, j *judge.Judge, s command.Sources) (command.Checker, error) {
	var list *app.DutyList
	if s.List != "" {
		p, err := readList(ctx, []string{s.List}, duty.Options{})
		if err != nil {
			return nil, err
		}
		list = &p.List
	}
	var registers []*app.Register
	for _, arg := range s.Registers {
		kind, path, ok := strings.Cut(arg, "=")
		if k := app.RegisterKind(kind); !ok || k.Title() == "" {
			return nil, app.Errorf(app.CodeInvalid, "--register 应写成 种类=文件，种类是 inspection、form、app、campaign 或 meeting，现为“%s”。", arg)
		}
		r, _, err := readRegister(ctx, app.RegisterKind(kind), path)
		if err != nil {
			return nil, err
		}
		registers = append(registers, &r)
	}
	return checker{j, j.Prepare(list, registers...)}, nil
}
