package command

import (
	"context"
	"fmt"

	"yidanqing/app"
)

const officeUsage = `用法：
  yidanqing office [--data 数据夹] [--json]
  yidanqing office [--data 数据夹] --name 全称 [--type 类型] [--short 简称] [--county 县区] [--prefix 代字] [--clerk 经办人] [--phone 电话]
  yidanqing office [--data 数据夹] --review on|off

看或设本单位。--review 打开或关上“基层评机关”（部门往来和半年评价表），县里布置后再打开。全称印在文书上，如 清河县柳河镇人民政府；类型是 乡镇、街道、村 或 社区；代字用在文书编号里，不给时取简称的第一个字。`

func (t Tools) officeCommand() Command {
	return Command{Name: "office", Summary: "看或设本单位", Usage: officeUsage, Run: t.runOffice}
}

func (t Tools) runOffice(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data name type short county prefix clerk phone review", "json")
	if kind := app.OfficeType(o.value("type")); err == nil && kind != "" && kind != app.Township && kind != app.Subdistrict && kind != app.Village && kind != app.Community {
		err = app.Errorf(app.CodeInvalid, "类型应为 乡镇、街道、村 或 社区，现为“%s”。", kind)
	}
	review := o.value("review")
	if err == nil && review != "" && review != "on" && review != "off" {
		err = app.Errorf(app.CodeInvalid, "--review 可写 on（打开）或 off（关上）。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		s, err := d.Upkeep.Settings(ctx)
		if err != nil {
			return err
		}
		changed := setOffice(&s.Office, o)
		if review != "" && s.ReviewDepartments != (review == "on") {
			s.ReviewDepartments, changed = review == "on", true
		}
		if changed {
			if err := d.Upkeep.SaveSettings(ctx, s); err != nil {
				return err
			}
			if s, err = d.Upkeep.Settings(ctx); err != nil {
				return err
			}
		}
		if o.switches["json"] {
			return printJSON(streams.Out, s.Office)
		}
		fmt.Fprintf(streams.Out, "单位：%s（%s，简称%s）\n文书代字：%s\n经办：%s %s\n", or(s.Office.Name, "（未设）"), s.Office.Type, s.Office.Short, s.Office.Prefix, s.Office.Clerk, s.Office.Phone)
		return nil
	})
}

// setOffice takes the options that were given; a new full name gives the parts that were not.
func setOffice(f *app.Office, o options) (changed bool) {
	if name := o.value("name"); name != "" && name != f.Name {
		kind := app.OfficeType(or(o.value("type"), or(string(f.Type), string(app.Township))))
		clerk, phone := f.Clerk, f.Phone
		*f = app.OfficeNamed(kind, name)
		f.Clerk, f.Phone = clerk, phone
		changed = true
	}
	for name, to := range map[string]*string{"short": &f.Short, "county": &f.County, "prefix": &f.Prefix, "clerk": &f.Clerk, "phone": &f.Phone} {
		if v := o.value(name); v != "" && v != *to {
			*to, changed = v, true
		}
	}
	if k := o.value("type"); k != "" && app.OfficeType(k) != f.Type {
		f.Type, changed = app.OfficeType(k), true
	}
	return changed
}
