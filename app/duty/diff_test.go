package duty

import (
	"fmt"
	"reflect"
	"testing"

	"yidanqing/app"
)

func TestDiff(t *testing.T) {
	old := &app.DutyList{Duties: []app.Duty{
		{Part: app.Basic, ItemNo: "1", Name: "落实主体责任"},
		{Part: app.Basic, ItemNo: "2", Name: "村级电商服务点年检"},
		{Part: app.Basic, ItemNo: "3", Name: "秸秆禁烧宣传、巡查、查处"},
		{Part: app.Cooperate, ItemNo: "1", Name: "餐饮场所燃气安全检查", Departments: []string{"县住建局"}},
		{Part: app.Cooperate, ItemNo: "2", Name: "农药经营单位检查", Departments: []string{"县农业农村局"}, TownDuty: "1.巡查。\n2.上报。"},
		{Part: app.Cooperate, ItemNo: "3", Name: "养犬管理", Departments: []string{"县公安局"}, TownDuty: "登记。"},
		{Part: app.TakenBack, ItemNo: "1", Name: "户外广告许可", Transition: true},
	}}
	now := &app.DutyList{Duties: []app.Duty{
		{Part: app.Basic, ItemNo: "1", Category: "党建", Name: "落实主体责任"},
		{Part: app.Basic, ItemNo: "2", Name: "秸秆禁烧宣传、巡查与早期处置"},
		{Part: app.Cooperate, ItemNo: "1", Name: "农药经营单位检查", Departments: []string{"县农业农村局"}, TownDuty: "1.巡查。2.上报。"},
		{Part: app.Cooperate, ItemNo: "2", Name: "养犬管理", Departments: []string{"县公安局", "县城管局"}, TownDuty: "登记、劝导。"},
		{Part: app.Cooperate, ItemNo: "3", Name: "农村客运候车亭日常看护"},
		{Part: app.TakenBack, ItemNo: "1", Name: "餐饮场所燃气安全执法检查与处罚"},
		{Part: app.TakenBack, ItemNo: "2", Name: "户外广告许可"},
	}}
	var got []string
	for _, c := range Diff(old, now) {
		a, b := "-", "-"
		if c.Old != nil {
			a = c.Old.Part.Title() + c.Old.ItemNo
		}
		if c.New != nil {
			b = c.New.Part.Title() + c.New.ItemNo
		}
		got = append(got, fmt.Sprint(c.Kind.Title(), " ", a, " ", b, " ", c.Fields))
	}
	want := []string{
		"删去 基本履职2 - []",
		"修改 基本履职3 基本履职2 [name]",
		"修改 配合履职3 配合履职2 [department town]",
		"新增 - 配合履职3 []",
		"移动 配合履职1 上级部门收回1 [part name department]",
		"修改 上级部门收回1 上级部门收回2 [transition]",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	if c := Diff(now, now); c != nil {
		t.Errorf("a list differs from itself: %+v", c)
	}
	if c := Diff(&app.DutyList{}, now); len(c) != len(now.Duties) || c[0].Kind != Added {
		t.Errorf("from nothing: %+v", c)
	}
}

func BenchmarkDiff1000(b *testing.B) {
	old, now := &app.DutyList{}, &app.DutyList{}
	for i := range 1000 {
		old.Duties = append(old.Duties, app.Duty{Part: app.Basic, Name: fmt.Sprintf("做好第%d类事项的宣传巡查工作", i)})
		now.Duties = append(now.Duties, app.Duty{Part: app.Basic, Name: fmt.Sprintf("做好第%d类事项的巡查上报", i)})
	}
	for b.Loop() {
		Diff(old, now)
	}
}
