package app_test

import (
	"strings"
	"testing"

	"yidanqing/app"
)

func TestTheNameTellsTheType(t *testing.T) {
	for name, want := range map[string]app.OfficeType{
		"清河县柳河镇人民政府": app.Township, "柳河镇": app.Township, "城关街道办事处": app.Subdistrict, "清河县柳河镇上湾村": app.Village,
		"上湾村村民委员会": app.Village, "桃园社区居民委员会": app.Community, "桃园社区": app.Community, "村": "", "清河县水利局": "", "": "",
	} {
		if got, ok := app.OfficeTypeOf(name); got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestOfficeNamed(t *testing.T) {
	for _, c := range []struct {
		kind                        app.OfficeType
		name, short, county, prefix string
	}{
		{app.Township, "清河县柳河镇人民政府", "柳河镇", "清河县", "柳"},
		{app.Township, "江北省临江市清河县柳河镇人民政府", "柳河镇", "清河县", "柳"},
		{app.Township, "东山乡人民政府", "东山乡", "", "东"},
		{app.Subdistrict, "清河县城关街道办事处", "城关街道", "清河县", "城"},
		{app.Subdistrict, "临江市南湖区城南街道办事处", "城南街道", "南湖区", "城"},
		{app.Village, "清河县柳河镇东湾村村民委员会", "东湾村", "清河县", "东"},
		{app.Community, "城关街道桃园社区居民委员会", "桃园社区", "", "桃"},
		{app.Village, "东湾村委会", "东湾村", "", "东"},
		{app.Subdistrict, "郑州市金水区花园路街道办事处", "花园路街道", "金水区", "花"},
		{app.Township, "", "", "", ""},
	} {
		o := app.OfficeNamed(c.kind, c.name)
		if o.Name != c.name || o.Short != c.short || o.County != c.county || o.Prefix != c.prefix {
			t.Errorf("OfficeNamed(%s) = %+v, want %s, %s, %s", c.name, o, c.short, c.county, c.prefix)
		}
	}
}

func TestIsOfficeName(t *testing.T) {
	for _, name := range []string{"清河县柳河镇人民政府", "积石山保安族东乡族撒拉族自治县大河家镇人民政府", "东湾村", "巴音郭楞蒙古自治州和静县巴音布鲁克镇赛罕陶海村村民委员会"} {
		if !app.IsOfficeName(name) {
			t.Errorf("%s is none", name)
		}
	}
	for _, text := range []string{"", " ", "关于报送材料的通知 各乡镇人民政府：", "@各乡镇 明天开会", strings.Repeat("长", 41)} {
		if app.IsOfficeName(text) {
			t.Errorf("%q is one", text)
		}
	}
}
