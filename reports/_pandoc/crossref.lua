-- Figures, tables, equations, page breaks and landscape pages as Quarto's Typst output has them, for
-- the pandoc engine only. structuur.py has seen to it that every caption has a label and the other
-- way round. Messages are Dutch; renderfout.py shows what comes after "wijkrapport:".

local PREFIX = {fig = "Figuur", tbl = "Tabel"}

local function fout(tekst) error("wijkrapport: " .. tekst, 0) end
local function raw(s) return pandoc.RawInline("typst", s) end
local function raw_block(s) return pandoc.RawBlock("typst", s) end
local function quoted(s) return '"' .. s:gsub("\\", "\\\\"):gsub('"', '\\"') .. '"' end

local function kind_of(id)
  local kind = id and id:match("^(%a+)%-")
  return PREFIX[kind] and kind
end

local function float(kind, id, body, caption)
  local blocks = pandoc.Blocks{raw_block("#figure([")}
  blocks:extend(body)
  blocks:insert(raw_block("], caption: figure.caption(position: top, ["))
  blocks:insert(pandoc.Plain(caption))  -- no blank line around it: that would make it a paragraph
  blocks:insert(raw_block((']), kind: "quarto-float-%s", supplement: "%s")\n<%s>'):format(kind, PREFIX[kind], id)))
  return blocks
end

local function length(image, name)
  local value = image.attributes[name]
  if value and not value:match("^[%d%.]+%%$") and not value:match("^[%d%.]+[cm]m$") and not value:match("^[%d%.]+pt$") then
    fout(("de afbeelding %s heeft %s=%s; gebruik een percentage of cm, mm of pt"):format(image.src, name, value))
  end
  return value
end

local function image(img)
  local args = {quoted(img.src)}
  local alt = img.attributes["fig-alt"] or img.attributes["alt"]
  if alt then args[#args + 1] = "alt: " .. quoted(alt) end
  for _, name in ipairs{"width", "height"} do
    local value = length(img, name)
    if value then args[#args + 1] = name .. ": " .. value end
  end
  return raw("#box(image(" .. table.concat(args, ", ") .. "))")
end

local function figure(fig)
  return float("fig", fig.identifier, fig.content, pandoc.utils.blocks_to_inlines(fig.caption.long)), false
end

-- tbl-colwidths="[30,70]": percentages of the text width; the last one counts for what follows
local function column_widths(tbl)
  local value = tbl.attributes["tbl-colwidths"]
  tbl.attributes["tbl-colwidths"] = nil
  if not value or value == "true" or value == "auto" then return end
  local widths, total = {}, 0
  for number in value:gmatch("[%d%.]+") do widths[#widths + 1] = tonumber(number) end
  if value ~= "false" and #widths == 0 then
    fout(("tbl-colwidths=%s van tabel %s is geen lijst van getallen zoals [30,70]"):format(value, tbl.identifier))
  end
  for i, spec in ipairs(tbl.colspecs) do
    local width = widths[i] or widths[#widths]
    total = total + (width or 0)
    tbl.colspecs[i] = width and {spec[1], math.floor(width + 0.5) / 100} or {spec[1]}
  end
  if total > 100 then
    fout(("de kolombreedten van tabel %s zijn samen %g, meer dan 100"):format(tbl.identifier, total))
  end
end

local function as_float(tbl)
  column_widths(tbl)
  local id, caption = tbl.identifier, pandoc.utils.blocks_to_inlines(tbl.caption.long)
  tbl.identifier, tbl.caption = "", {long = {}}
  if not tbl.classes:includes("typst:no-figure") then tbl.classes:insert("typst:no-figure") end
  if #caption == 0 then return tbl, false end
  return float("tbl", id, {tbl}, caption), false
end

local blocks_filter

-- ::: {#tbl-x} or ::: {#fig-x}: the last paragraph is the caption; ::: {.landscape}
local function div(el)
  local kind, id = kind_of(el.identifier), el.identifier
  if kind then
    local content = el.content
    local last = content:remove(#content)
    return float(kind, id, content:walk{Table = as_float}, last.content), false
  end
  if el.classes:includes("landscape") then
    -- what a filter returns in place of a block is not visited again
    local blocks = pandoc.Blocks{raw_block("#set page(flipped: true)")}
    blocks:extend(el.content:walk(blocks_filter))
    blocks:insert(raw_block("#set page(flipped: false)"))
    return blocks, false
  end
end

-- $$ ... $$ {#eq-x alt="..."}: the attributes are plain words to pandoc
local function equations(block)
  -- almost no paragraph has one, and taking every word of a document apart costs seconds
  if not pandoc.utils.stringify(block):find("{#eq-", 1, true) then return nil end
  local inlines, out, i = block.content, pandoc.Inlines{}, 1
  while i <= #inlines do
    local el, j, text = inlines[i], i + 1, nil
    if el.t == "Math" and el.mathtype == "DisplayMath" then
      while inlines[j] and (inlines[j].t == "Space" or inlines[j].t == "SoftBreak") do j = j + 1 end
      if inlines[j] and inlines[j].t == "Str" and inlines[j].text:match("^{#eq%-") then
        local parts = {}
        repeat
          local part = inlines[j]
          parts[#parts + 1] = part.t == "Quoted" and '"' .. pandoc.utils.stringify(part.content) .. '"'
            or pandoc.utils.stringify(part)
          j = j + 1
        until parts[#parts]:match("}$") or not inlines[j]
        text = table.concat(parts)
      end
    end
    if text then
      local id, alt = text:match("^{#(eq%-[%w_%-]+)"), text:match('alt="(.*)"')
      out:insert(raw("#math.equation(block: true, numbering: equation-numbering, "
        .. (alt and "alt: " .. quoted(alt) .. ", " or "") .. "[ "))
      out:insert(el)
      out:insert(raw((" ])<%s>"):format(id)))
      i = j
    else
      out:insert(el)
      i = i + 1
    end
  end
  block.content = out
  return block
end

local function pagebreak(block)
  if pandoc.utils.stringify(block):match("^{{< *pagebreak *>}}$") then return raw_block("#pagebreak()") end
end

-- first the blocks, from the outside in; then what stands in their text, captions and notes included
blocks_filter = {traverse = "topdown", Figure = figure, Table = as_float, Div = div, Para = pagebreak}
return {blocks_filter, {Image = image, Para = equations, Plain = equations}}
