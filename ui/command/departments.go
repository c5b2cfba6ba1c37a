package command

import (
	"context"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
)

// departmentReport reads which half-year of 部门往来情况 or of the 半年评价表 is wanted.
func departmentReport(o options) (func(ctx context.Context, d *Desk, folder string) (string, error), error) {
	year, half, err := readHalf(o.value("half"))
	if err != nil {
		return nil, err
	}
	review := o.value("kind") == "review"
	if review && o.switches["table"] || !review && o.switches["word"] {
		return nil, app.Errorf(app.CodeInvalid, "部门往来可加 --table 存表格，评价表可加 --word 存 Word；不能反过来。")
	}
	return func(ctx context.Context, d *Desk, folder string) (string, error) {
		p := inquire.YearOf(app.DateOf(d.Inquire.Now()))
		if review {
			p = d.Inquire.ReviewHalf()
		}
		if year > 0 {
			if p, err = d.Inquire.HalfOn(year, half); err != nil {
				return "", err
			}
		}
		switch {
		case review && o.switches["word"]:
			return d.Inquire.SaveReviewTwin(ctx, p, folder)
		case review:
			return d.Inquire.SaveReview(ctx, p, folder)
		case o.switches["table"]:
			return d.Inquire.SaveDepartmentsTable(ctx, p, folder)
		}
		return d.Inquire.SaveDepartments(ctx, p, folder)
	}, nil
}

// readHalf reads 2026-1 and 2026-2; zero where nothing is given.
func readHalf(words string) (year, half int, err error) {
	if words == "" {
		return 0, 0, nil
	}
	y, h, _ := strings.Cut(words, "-")
	year, err = strconv.Atoi(y)
	if err != nil || year < 2000 || year > 9999 || h != "1" && h != "2" {
		return 0, 0, app.Errorf(app.CodeInvalid, "--half 应为 年-半年，如 2026-1（上半年）、2026-2（下半年）。")
	}
	half = 1
	if h == "2" {
		half = 2
	}
	return year, half, nil
}
